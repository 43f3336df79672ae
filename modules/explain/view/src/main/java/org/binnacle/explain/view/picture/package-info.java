/// A plan as a drawing: its layout, its shapes, and how they come onto a canvas or into SVG.
@NullMarked
package org.binnacle.explain.view.picture;

import org.jspecify.annotations.NullMarked;
