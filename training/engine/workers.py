# SPDX-License-Identifier: Apache-2.0
"""Several processes that train one network: each computes a batch, all apply the mean gradient."""
from __future__ import annotations

from pathlib import Path
from types import TracebackType

import torch
import torch.distributed as dist
from torch import Tensor


class Workers:
    """A group of `count` processes that meet through a file in `directory`; alone it does nothing."""

    def __init__(self, rank: int, count: int, directory: Path) -> None:
        self.rank, self.count = rank, count
        self._meeting = directory / "meeting"
        self._buffer: Tensor | None = None

    def __enter__(self) -> Workers:
        if self.count > 1:
            dist.init_process_group("gloo", init_method=f"file://{self._meeting.resolve()}", rank=self.rank,
                                    world_size=self.count)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self.count > 1:
            dist.destroy_process_group()
            self._meeting.unlink(missing_ok=True)

    def share_gradients(self, parameters: list[Tensor]) -> None:
        """Replaces each gradient by its mean over the workers; a missing one counts as zero."""
        if self.count == 1:
            return
        if self._buffer is None:
            self._buffer = torch.zeros(sum(p.numel() for p in parameters))
        at = 0
        for p in parameters:
            part = self._buffer[at:at + p.numel()].view(p.shape)
            at += p.numel()
            if p.grad is None:
                part.zero_()
            else:
                part.copy_(p.grad)
        dist.all_reduce(self._buffer)
        self._buffer /= self.count
        at = 0
        for p in parameters:
            p.grad = self._buffer[at:at + p.numel()].view(p.shape)
            at += p.numel()

    def any(self, flag: bool) -> bool:
        """Whether the flag is set in one of them: all leave a loop together."""
        if self.count == 1:
            return flag
        value = torch.tensor([float(flag)])
        dist.all_reduce(value)
        return bool(value.item() > 0)
