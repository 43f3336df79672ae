/// The process list and the audit log on the screen.
@NullMarked
package org.binnacle.diagnosis.view;

import org.jspecify.annotations.NullMarked;
