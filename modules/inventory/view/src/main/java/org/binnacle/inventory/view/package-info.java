/// Fleet navigator, instance editor, import and discovery on the screen.
@NullMarked
package org.binnacle.inventory.view;

import org.jspecify.annotations.NullMarked;
