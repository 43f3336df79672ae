/// Captures by themselves: rules that say when, checked against the looks that are made anyway.
@NullMarked
package org.binnacle.diagnosis.incident.guard;

import org.jspecify.annotations.NullMarked;
