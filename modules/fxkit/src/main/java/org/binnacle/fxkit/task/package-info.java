/// Long work: on named virtual threads, with progress, cancel and outcome.
@NullMarked
package org.binnacle.fxkit.task;

import org.jspecify.annotations.NullMarked;
