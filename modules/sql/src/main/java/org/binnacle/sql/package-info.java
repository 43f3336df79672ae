/// SQL text: tokens, statements, fingerprints, quoting, layout. Knows no server.
@NullMarked
package org.binnacle.sql;

import org.jspecify.annotations.NullMarked;
