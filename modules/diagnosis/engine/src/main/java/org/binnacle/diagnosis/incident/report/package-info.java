/// A capture as HTML, JSON and Markdown, masked where wanted.
@NullMarked
package org.binnacle.diagnosis.incident.report;

import org.jspecify.annotations.NullMarked;
