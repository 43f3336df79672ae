/// How the figures of an instance went, and how they went a day or a week before.
@NullMarked
package org.binnacle.diagnosis.view.trends;

import org.jspecify.annotations.NullMarked;
