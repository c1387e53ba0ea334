# data.table as a peer, two threads. worker.lua has the conversation; CODE is an R expression over the tables.

suppressPackageStartupMessages(library(data.table))
setDTthreads(2)
options(datatable.auto.index = FALSE) # nobody else has an index
tables <- new.env()
result <- NULL

say <- function(...) {
  cat(paste(c(...), collapse = "\t"), "\n", sep = "")
  flush(stdout())
}

timed <- function(call) {
  gc()
  clock <- Sys.time()
  value <- call()
  list(seconds = as.numeric(difftime(Sys.time(), clock, units = "secs")), value = value)
}

run <- function(code) {
  result <<- NULL
  expression <- parse(text = code)[[1]]
  timed(function() eval(expression, envir = tables, enclos = globalenv()))
}

handlers <- list(
  load = function(name, path, types) {
    result <<- NULL
    if (exists(name, envir = tables, inherits = FALSE)) rm(list = name, envir = tables)
    read <- timed(function() fread(path, nThread = 2, showProgress = FALSE))
    assign(name, read$value, envir = tables)
    c(format(read$seconds, digits = 8), nrow(read$value))
  },
  drop = function(name) {
    result <<- NULL
    rm(list = name, envir = tables)
    gc()
    character()
  },
  time = function(code) {
    answer <- run(code)
    result <<- answer$value
    c(format(answer$seconds, digits = 8), nrow(result))
  },
  show = function(code, path) {
    answer <- run(code)
    fwrite(answer$value, path, showProgress = FALSE)
    format(answer$seconds, digits = 8)
  }
)

say("ok", paste("data.table", packageVersion("data.table")))
input <- file("stdin", "r")
while (length(line <- readLines(input, n = 1)) > 0) {
  words <- strsplit(line, "\t", fixed = TRUE)[[1]]
  tryCatch(say("ok", do.call(handlers[[words[1]]], as.list(words[-1]))),
    error = function(problem) say("error", gsub("\\s+", " ", conditionMessage(problem))))
}
