// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace relgraph {

namespace network {
class Network;
}

/// The trained network, loaded at its first use. It is looked for in the file that RELGRAPH_MODEL names; else
/// beside the installed program, in share/relgraph; else where the source tree has it.
/// Errors: `Error{input}` that names the file and says what to do.
const network::Network& language_model();

}  // namespace relgraph
