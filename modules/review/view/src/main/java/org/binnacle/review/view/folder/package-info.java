/// A folder of scripts: its tree, the run over it.
@NullMarked
package org.binnacle.review.view.folder;

import org.jspecify.annotations.NullMarked;
