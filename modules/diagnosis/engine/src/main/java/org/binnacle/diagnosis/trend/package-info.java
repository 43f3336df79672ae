/// How figures went: ten minutes second by second for what is opened, thirty days minute by minute
/// for all.
@NullMarked
package org.binnacle.diagnosis.trend;

import org.jspecify.annotations.NullMarked;
