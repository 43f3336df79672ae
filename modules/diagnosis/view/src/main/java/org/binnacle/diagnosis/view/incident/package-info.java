/// Incidents: taking one, the list of them, one in full, two compared.
@NullMarked
package org.binnacle.diagnosis.view.incident;

import org.jspecify.annotations.NullMarked;
