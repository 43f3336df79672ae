/// Two plans side by side.
@NullMarked
package org.binnacle.explain.view.compare;

import org.jspecify.annotations.NullMarked;
