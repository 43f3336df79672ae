/// The worksheet: an editor, the schemas beside it, and what came of the statements.
@NullMarked
package org.binnacle.explain.view.worksheet;

import org.jspecify.annotations.NullMarked;
