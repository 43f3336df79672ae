/// One script: editor, findings, fixes.
@NullMarked
package org.binnacle.review.view.script;

import org.jspecify.annotations.NullMarked;
