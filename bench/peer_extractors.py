"""Runs in a peer's own environment: `python peer_extractors.py NAME`; JSON lines of html in, of text out.

Imports only what the peer brings.
"""

# ruff: noqa: PLC0415 - each import exists in one environment only
from __future__ import annotations

import json
import re
import sys
import time
from collections.abc import Callable


def trafilatura() -> Callable[[str], str]:
    import trafilatura

    return lambda html: trafilatura.extract(html, include_comments=False, include_tables=False) or ""


def trafilatura_precision() -> Callable[[str], str]:
    import trafilatura

    return lambda html: trafilatura.extract(html, include_comments=False, favor_precision=True) or ""


def justext() -> Callable[[str], str]:
    import justext

    words = justext.get_stoplist("Arabic")
    return lambda html: "\n".join(p.text for p in justext.justext(html, words) if not p.is_boilerplate)


def boilerpy3() -> Callable[[str], str]:
    from boilerpy3 import extractors

    return extractors.ArticleExtractor(raise_on_failure=False).get_content  # type: ignore[no-any-return]


def goose3() -> Callable[[str], str]:
    from goose3 import Goose
    from goose3.text import StopWordsArabic

    goose = Goose({"stopwords_class": StopWordsArabic, "enable_image_fetching": False})
    return lambda html: goose.extract(raw_html=html).cleaned_text or ""


def readability() -> Callable[[str], str]:
    from readability import Document

    return lambda html: re.sub(r"<[^>]+>", " ", Document(html).summary())


def resiliparse() -> Callable[[str], str]:
    from resiliparse.extract.html2text import extract_plain_text

    return lambda html: extract_plain_text(html, main_content=True)


def magic_html() -> Callable[[str], str]:
    from magic_html import GeneralExtractor

    extractor = GeneralExtractor()
    return lambda html: re.sub(r"<[^>]+>", " ", extractor.extract(html, base_url="")["html"])


def main() -> None:
    """Answer every line; a page on which the peer fails has no text."""
    extract = globals()[sys.argv[1]]()
    for line in sys.stdin:
        html = json.loads(line)["html"]
        begin = time.perf_counter()
        try:
            text = extract(html)
        except Exception:
            text = ""
        sys.stdout.write(json.dumps({"text": text, "seconds": time.perf_counter() - begin}) + "\n")


if __name__ == "__main__":
    main()
