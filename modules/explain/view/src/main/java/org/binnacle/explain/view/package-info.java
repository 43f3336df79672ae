/// The screens of plans: one plan, two plans, what was kept.
@NullMarked
package org.binnacle.explain.view;

import org.jspecify.annotations.NullMarked;
