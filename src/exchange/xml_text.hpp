// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

// Text as XML 1.0 can hold it. Source: w3.org/TR/xml, sections 2.2 to 2.4 and 3.3.3.

namespace relgraph::exchange {

/// Appends text to an XML document, escaped; code points that XML does not know become U+FFFD.
/// Inside an attribute line feeds and tabs are escaped, too, because a reader would make them blanks.
/// Output: false if something had to be replaced.
bool append_xml_content(std::string& out, std::string_view text);
bool append_xml_attribute(std::string& out, std::string_view text);

}  // namespace relgraph::exchange
