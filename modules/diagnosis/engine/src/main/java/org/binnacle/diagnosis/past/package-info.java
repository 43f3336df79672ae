/// What was seen in the last minutes, and how it is held: looks packed in memory, found by time.
@NullMarked
package org.binnacle.diagnosis.past;

import org.jspecify.annotations.NullMarked;
