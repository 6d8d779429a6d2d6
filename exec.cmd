@rem npm run scripts begin with exec, so that on POSIX a signal reaches Node itself. Windows needs this in its place.
@%*
