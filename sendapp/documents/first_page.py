"""The first page of a filed PDF or picture, as a PNG no larger than it is shown."""

import io
import warnings
from typing import TYPE_CHECKING

from sendapp.documents.jobs import FirstPage, NotShown, PictureOf

if TYPE_CHECKING:
    from PIL import Image

MOST_DOTS = 80_000_000
"""A picture with more dots is not unpacked: an A3 sheet at 600 dpi has 70 million."""
_MOST_HIGH = 4
"""How many times as high as wide the picture may be."""
_LEAST_POINTS = 1.0


def first_page(job: PictureOf) -> FirstPage:
    """Return the first page of what is in `job`; raises NotShown where it cannot be shown."""
    if job.media_type == "application/pdf":
        return _of_pdf(job.content, job.width)
    return _of_picture(job.content, job.width)


def _of_pdf(content: bytes, width: int) -> FirstPage:
    # Late: most processes never show a file.
    import pypdfium2 as pdfium

    try:
        with pdfium.PdfDocument(content) as document:
            count = len(document)
            if not count:
                raise _broken()
            page = document[0]
            wide, high = (max(_LEAST_POINTS, side) for side in page.get_size())
            # A strip as narrow as a till receipt would be as high as a house.
            scale = min(width / wide, width * _MOST_HIGH / high)
            picture = page.render(scale=scale).to_pil()
            return FirstPage(png=_png(picture), pages=count)
    except pdfium.PdfiumError as fault:
        # PDFium may say of a broken file what it said of the one before.
        if "password" in str(fault).casefold() and b"/Encrypt" in content:
            raise NotShown(
                "This PDF is protected with a password, so its first page is not shown.",
                "Open it to see whether it can be read. A copy without a password lasts better.",
            ) from fault
        raise _broken() from fault


def _of_picture(content: bytes, width: int) -> FirstPage:
    from PIL import Image, ImageOps, UnidentifiedImageError

    try:
        with warnings.catch_warnings():
            # We have a limit of our own.
            warnings.simplefilter("ignore")
            image = Image.open(io.BytesIO(content), formats=("PNG", "JPEG"))
        with image:
            if image.width * image.height > MOST_DOTS:
                raise _too_large()
            high = min(width * _MOST_HIGH, max(1, image.height * width // max(1, image.width)))
            # A JPEG is unpacked no larger than is needed.
            image.draft("RGB", (width, high))
            image.thumbnail((width, high))
            turned = ImageOps.exif_transpose(image)
            return FirstPage(png=_png(turned.convert("RGB")), pages=1)
    except Image.DecompressionBombError as fault:
        raise _too_large() from fault
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError) as fault:
        raise _broken() from fault


def _png(picture: "Image.Image") -> bytes:
    out = io.BytesIO()
    picture.save(out, "PNG", compress_level=1)
    return out.getvalue()


def _too_large() -> NotShown:
    return NotShown(
        f"This picture has more than {MOST_DOTS // 1_000_000} million dots, too many to show.",
        "It is filed all the same. 300 dots per inch are plenty for a scan.",
    )


def _broken() -> NotShown:
    return NotShown(
        "The first page cannot be shown: the file is damaged, or was not written to the end.",
        "Open it to look at it. If it does not open, scan it again and file that.",
    )
