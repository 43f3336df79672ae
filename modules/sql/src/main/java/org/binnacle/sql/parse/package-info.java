/// Syntax as the server sees it: Oracle's grammar behind types of our own.
@NullMarked
package org.binnacle.sql.parse;

import org.jspecify.annotations.NullMarked;
