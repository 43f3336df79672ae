/// How a plan is told: as an aligned text tree, as JSON, Markdown and HTML.
@NullMarked
package org.binnacle.explain.mouth;

import org.jspecify.annotations.NullMarked;
