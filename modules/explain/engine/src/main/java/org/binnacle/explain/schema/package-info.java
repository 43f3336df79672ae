/// What servers tell of their schemas: for the browser, for completion, and as facts for insights.
@NullMarked
package org.binnacle.explain.schema;

import org.jspecify.annotations.NullMarked;
