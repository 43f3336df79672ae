/// How drawings come onto a canvas, in the colours of the theme.
@NullMarked
package org.binnacle.explain.view.picture;

import org.jspecify.annotations.NullMarked;
