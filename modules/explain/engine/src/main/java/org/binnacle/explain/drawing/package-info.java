/// A plan as a drawing: what steps weigh, where boxes and bars stand, the diagram and the flame.
/// Pure.
@NullMarked
package org.binnacle.explain.drawing;

import org.jspecify.annotations.NullMarked;
