def targets() -> dict[str, float]:
    return {"rhi_held_72h": 0.85}
