/// Open transactions: how old, how large, what they have run, and what they keep from being purged.
@NullMarked
package org.binnacle.diagnosis.trx;

import org.jspecify.annotations.NullMarked;
