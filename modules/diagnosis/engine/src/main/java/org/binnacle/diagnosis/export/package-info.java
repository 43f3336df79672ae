/// Rows as CSV, JSON and Markdown.
@NullMarked
package org.binnacle.diagnosis.export;

import org.jspecify.annotations.NullMarked;
