"""Who may ask, and what a browser may do with the answer."""

from __future__ import annotations

import hmac
from typing import Any, Final
from urllib.parse import urlsplit

from litestar import Request, Response
from litestar.datastructures import Cookie
from litestar.datastructures.response_header import ResponseHeader
from litestar.exceptions import NotAuthorizedException, PermissionDeniedException
from litestar.response import Redirect

COOKIE: Final = "takhrij"
ANY: Final = "*"
"""A host that stands for every name. Only with a token: a browser sends its cookie to no other name than its own."""
_SAFE: Final = ("GET", "HEAD", "OPTIONS")
_POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self';"
    " form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS: Final = [
    ResponseHeader(name="Content-Security-Policy", value=_POLICY),
    ResponseHeader(name="X-Content-Type-Options", value="nosniff"),
    ResponseHeader(name="Referrer-Policy", value="same-origin"),
    ResponseHeader(name="Cross-Origin-Opener-Policy", value="same-origin"),
    ResponseHeader(name="Cross-Origin-Resource-Policy", value="same-origin"),
    ResponseHeader(name="Cache-Control", value="no-store"),
]


class Guard:
    """Lets a request pass that names this server, comes from its own pages where it writes, and knows the token."""

    def __init__(self, token: str, hosts: frozenset[str]) -> None:
        self._token, self._hosts = token, frozenset(map(str.lower, hosts))
        if ANY in hosts and not token:
            raise ValueError("a server of any name needs a token")

    def __call__(self, request: Request[Any, Any, Any]) -> Response[Any] | None:
        """Return nothing where the request may pass.

        Raises:
            PermissionDeniedException: for a foreign host name or a foreign page.
            NotAuthorizedException: for a wrong token or none.
        """
        host = request.headers.get("host", "")
        if ANY not in self._hosts and _name(host).lower() not in self._hosts:
            raise PermissionDeniedException(f"this server is not called {_name(host)!r}")
        if request.method not in _SAFE and not _own(request, host):
            raise PermissionDeniedException("a page of another site may not write here")
        return self._known(request)

    def _known(self, request: Request[Any, Any, Any]) -> Response[Any] | None:
        if not self._token:
            return None
        given = request.query_params.get("token", "")
        if self._fits(given):  # from the address that `serve` prints: kept as a cookie, out of the address
            cookie = Cookie(key=COOKIE, value=given, httponly=True, samesite="strict", path="/")
            return Redirect(path=request.url.path, cookies=[cookie])
        bearer = request.headers.get("authorization", "").removeprefix("Bearer ")
        if self._fits(bearer) or self._fits(request.cookies.get(COOKIE, "")):
            return None
        raise NotAuthorizedException("this server wants its token: open the address that `takhrij serve` printed")

    def _fits(self, given: str) -> bool:
        return hmac.compare_digest(given.encode(), self._token.encode())


def _name(host: str) -> str:
    """Return a host without its port."""
    return host.rpartition(":")[0] if host.rpartition(":")[2].isdecimal() else host


def _own(request: Request[Any, Any, Any], host: str) -> bool:
    """Whether no page of another site sent the request: browsers say so themselves; other programs say nothing."""
    site = request.headers.get("sec-fetch-site", "")
    origin = request.headers.get("origin", "")
    return site in ("", "same-origin", "none") and (not origin or urlsplit(origin).netloc == host)
