/// Where scripts come from: files and folders as texts.
@NullMarked
package org.binnacle.review.source;

import org.jspecify.annotations.NullMarked;
