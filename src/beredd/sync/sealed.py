"""Boxes that another device carries for one that cannot: opened with the server's key, then taken in like all else."""

from datetime import datetime

from beredd.sync.answers import answer
from beredd.sync.intake import take_carried
from beredd.sync.keys import BoxNotForUs, open_box
from beredd.sync.wire import Answer, SealedReply, SealedRequest


def take_boxes(request: SealedRequest, *, at: datetime) -> SealedReply:
    """An answer for each box, in order."""
    opened: list[tuple[int, bytes]] = []
    answers: list[Answer] = []
    for index, box in enumerate(request.boxes):
        try:
            opened.append((index, open_box(box)))
        except BoxNotForUs:
            answers.append(answer(index, None, "refused", ["box"]))
    for reply in take_carried([event for _, event in opened], at=at):
        answers.append(Answer(opened[reply.index][0], reply.id, reply.answer, reply.why, reply.say))
    return SealedReply(sorted(answers, key=lambda one: one.index))
