package io.lifeboat.report.html;

/** A piece of a document that knows how to write itself, escaped. */
interface Markup {

    void appendTo(StringBuilder out);
}
