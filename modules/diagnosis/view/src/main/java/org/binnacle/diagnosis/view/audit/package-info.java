/// What was done to servers, by whom and with what outcome.
@NullMarked
package org.binnacle.diagnosis.view.audit;

import org.jspecify.annotations.NullMarked;
