"""The link in a notice by which its recipient says "I have seen it", without signing in. It does nothing else."""

from uuid import UUID

from django.core.signing import BadSignature, Signer

_SIGNER = "beredd.notices.answer"


def link(notice: UUID) -> str:
    """The path of it."""
    return f"/seen/{token(notice)}"


def token(notice: UUID) -> str:
    return Signer(salt=_SIGNER).sign(notice.hex)


def notice_of(token: str) -> UUID | None:
    """None: not ours, or changed on the way."""
    try:
        return UUID(Signer(salt=_SIGNER).unsign(token))
    except (BadSignature, ValueError):
        return None
