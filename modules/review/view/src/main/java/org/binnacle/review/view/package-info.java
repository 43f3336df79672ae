/// The screens of SQL review: an editor with findings, folders, rule sets.
@NullMarked
package org.binnacle.review.view;

import org.jspecify.annotations.NullMarked;
