--- Sentences of failures: text.

return {
}
