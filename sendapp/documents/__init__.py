"""The only Word and PDF: a template and a record become a document, a document becomes pages."""
