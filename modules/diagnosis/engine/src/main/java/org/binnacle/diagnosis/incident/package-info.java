/// The scene of an incident: captured in seconds, summarised, kept, compared, exported.
@NullMarked
package org.binnacle.diagnosis.incident;

import org.jspecify.annotations.NullMarked;
