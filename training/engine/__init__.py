# SPDX-License-Identifier: Apache-2.0
"""Training of relgraph's language engine: readers, model, losses, quantisation, model file."""
