"""What is new for a device, by position. A cursor never passes a change that commits late: positions follow commits."""

from datetime import datetime, timedelta

from beredd.care import queries as care
from beredd.ledger import queries as ledger
from beredd.sync.documents import documents, scope
from beredd.sync.enrol import Caller
from beredd.sync.lease import lease_until
from beredd.sync.rules.scope import Ref, nearest_first, scope_hash
from beredd.sync.wire import Doc, DocRef, DocumentsReply, DocumentsRequest, FeedReply, FeedRequest

FIRST_DOCUMENTS, PAGE = 20, 50
NEAREST = timedelta(hours=72)


def feed(request: FeedRequest, *, caller: Caller, at: datetime) -> FeedReply:
    """The head is read before the documents: what changes meanwhile is newer than the cursor and comes again."""
    head = ledger.head()
    refs = scope(caller.access, at=at)
    fresh = request.cursor is None or request.epoch != head.epoch
    manifest = _ordered(refs, at) if fresh else None
    wanted, more, cursor = (
        _first(manifest, head.position) if manifest else _changed(refs, request.cursor, head.position)
    )
    return FeedReply(
        epoch=head.epoch,
        cursor=cursor,
        scope_hash=scope_hash(refs),
        manifest=None if manifest is None else [DocRef(ref.kind, ref.id, ref.version) for ref in manifest],
        docs=documents(wanted, access=caller.access, at=at),
        more=more,
        lease_until=lease_until(caller.device.user, at=at),
        now=at,
    )


def wanted_documents(request: DocumentsRequest, *, caller: Caller, at: datetime) -> DocumentsReply:
    """Those asked for that are the user's to have; the others are passed over in silence."""
    asked = {(one.k, one.id) for one in request.ids}
    refs = [ref for ref in scope(caller.access, at=at) if (ref.kind, ref.id) in asked]
    docs: list[Doc] = documents(refs, access=caller.access, at=at)
    return DocumentsReply(docs)


def _ordered(refs: list[Ref], at: datetime) -> list[Ref]:
    patients = [ref.id for ref in refs if ref.kind == "patient"]
    return nearest_first(refs, care.first_due(patients, since=at, until=at + NEAREST))


def _first(manifest: list[Ref], position: int) -> tuple[list[Ref], bool, int]:
    return manifest[:FIRST_DOCUMENTS], False, position


def _changed(refs: list[Ref], cursor: int | None, position: int) -> tuple[list[Ref], bool, int]:
    """A page of what is newer than the cursor; the cursor then stands on the page's last change.

    Pages of programmes are heavy, and several are of one change: they are left to the manifest, which the phone asks
    for when the scopes' sums differ, and fetches from in pieces that suit its line.
    """
    light = (ref for ref in refs if ref.kind != "page")
    newer = sorted((ref for ref in light if ref.version > (cursor or 0)), key=lambda ref: ref.version)
    page, more = newer[:PAGE], len(newer) > PAGE
    return page, more, page[-1].version if more else max(position, cursor or 0)
