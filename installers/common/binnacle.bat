@echo off
setlocal enableextensions
rem Starts Binnacle with a Java 25 or newer: JAVA_HOME, the one that built this, PATH, usual places.
set "LIB=%~dp0..\lib"
set "HOME_FOUND="
if defined JAVA_HOME call :fits "%JAVA_HOME%"
if not defined HOME_FOUND if exist "%LIB%\java-home" for /f "usebackq delims=" %%h in ("%LIB%\java-home") do call :fits "%%h"
if not defined HOME_FOUND for %%j in (java.exe) do if not "%%~$PATH:j"=="" call :fits "%%~dp$PATH:j.."
if not defined HOME_FOUND for /d %%h in ("%ProgramFiles%\Java\*" "%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Microsoft\jdk*" "%ProgramFiles%\Zulu\*") do if not defined HOME_FOUND call :fits "%%~h"
if not defined HOME_FOUND (
  echo binnacle: no Java 25 or newer was found 1>&2
  echo   hint: install a JDK 25, or set JAVA_HOME to one ^(JAVA_HOME is '%JAVA_HOME%'^) 1>&2
  exit /b 3
)
set "FACE=cli"
set "OPTIONS="
if "%~1"=="" set "FACE=window"
for %%a in (demo open) do if /i "%~1"=="%%a" set "FACE=window"
if /i "%~x1"==".sql" set "FACE=window"
if /i "%~1"=="--state" if "%~3"=="" set "FACE=window"
if /i "%~1"=="--debug" if "%~2"=="" set "FACE=window"
if "%FACE%"=="cli" set "OPTIONS=-XX:+UseSerialGC -XX:TieredStopAtLevel=1"
if "%FACE%"=="window" set "OPTIONS=-XX:+UseG1GC -XX:+UseCompactObjectHeaders -Xms128m -XX:MaxNewSize=64m -XX:SurvivorRatio=4 -XX:TargetSurvivorRatio=80 -XX:MinHeapFreeRatio=10 -XX:MaxHeapFreeRatio=25 -XX:-G1UseAdaptiveIHOP -XX:InitiatingHeapOccupancyPercent=85 -XX:GCTimeRatio=1 -XX:TrimNativeHeapInterval=60000"
if exist "%LIB%\%FACE%.aot" set OPTIONS=%OPTIONS% "-XX:AOTCache=%LIB%\%FACE%.aot" -Xlog:aot=off -Xlog:cds=off
"%HOME_FOUND%\bin\java.exe" --enable-native-access=ALL-UNNAMED %OPTIONS% -cp "%LIB%\binnacle-app.jar" org.binnacle.app.Main %*
exit /b %ERRORLEVEL%

:fits
if defined HOME_FOUND exit /b
if not exist "%~1\bin\java.exe" exit /b
if not exist "%~1\release" exit /b
for /f "tokens=2 delims==." %%v in ('findstr /b "JAVA_VERSION=" "%~1\release"') do set "VERSION=%%~v"
set "VERSION=%VERSION:"=%"
if %VERSION% GEQ 25 set "HOME_FOUND=%~1"
exit /b
