"""Which role of the record a role word gives in a session, or at the event."""

from __future__ import annotations

from extract.s7_frames.sessions.scene import Draft, Scene


def cast(scene: Scene, role: str, target: Draft | None) -> str | None:
    """The role in the record; ``None`` where it makes no sense there."""
    if role == "session":
        return target.usual_role() if target is not None else None
    if role == "lead":
        if target is not None:
            return target.lead_role()
        return "leader" if scene.kind in ("warsztaty", "szkolenie") else "moderator" if scene.debate else "host"
    if role == "panelist" and target is None and scene.debate:
        return role
    if role == "visit":
        return "panelist" if target is not None and target.kind == "panel" else "guest"
    if role == "attend":
        if target is None:
            return "panelist" if scene.debate else "guest"
        return "speaker" if target.cue.group else "panelist" if target.kind == "panel" else "guest"
    if role == "inherit" or (role == "panelist" and (target is None or target.kind not in ("panel", "other"))):
        return None
    if role == "speaker" and target is not None and target.kind == "panel":
        return "panelist"
    if role == "moderator" and target is not None and target.kind in ("lecture", "presentation"):
        return None
    if role == "chair":
        return "moderator" if target is not None or scene.debate else None
    return role
