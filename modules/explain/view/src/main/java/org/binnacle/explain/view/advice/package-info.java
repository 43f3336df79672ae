/// The screen of index advice and its trials.
@NullMarked
package org.binnacle.explain.view.advice;

import org.jspecify.annotations.NullMarked;
