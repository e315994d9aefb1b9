"""Going through everything in a records file, and naming each thing that is not what was kept."""
