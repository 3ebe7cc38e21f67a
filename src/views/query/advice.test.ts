import { expect, it } from 'vitest';
import { acceptIssue, parseQueryText, printQueryText } from './parseQueryText.ts';

/**
 * What is typed ¦ what of it applies ¦ and what is said: mistake or hint ¦ of which part ¦ in which
 * words ¦ and the text once the suggestion is taken. = is what is typed.
 */
const SAID = `
status: ¦  ¦ mistake ¦  ¦ “status” has no value yet
image: ¦  ¦ mistake ¦  ¦ “image” has no value yet
image:"" ¦  ¦ mistake ¦ "" ¦ “image” has no value yet
tag:" ¦ tag:"" ¦ hint ¦ " ¦ this quote is not closed
"" x ¦ x ¦ mistake ¦ "" ¦ there is nothing between the quotes
"open ¦ open ¦ hint ¦ = ¦ this quote is not closed
status:paused ¦ = ¦ hint ¦ paused ¦ no status is called “paused”
status:canceled ¦ status:"canceled" ¦ hint ¦ canceled ¦ no status is called “canceled” ¦ status:cancelled
status:succes ¦ = ¦ hint ¦ succes ¦ no status is called “succes”
artifact:docker ¦ = ¦ hint ¦ docker ¦ no artifact type is called “docker” ¦ artifact:container
artifact:AMI ¦ = ¦ hint ¦ AMI ¦ no artifact type is called “AMI” ¦ artifact:vm
artifact:vmz ¦ = ¦ hint ¦ vmz ¦ no artifact type is called “vmz”
is:wrong ¦ = ¦ hint ¦ = ¦ “is” is one of active, stalled, ended, other, conflicted, broken, slow, race; searched for as text
is:broken,active ¦ is:active ¦ mistake ¦ broken ¦ “broken” stands alone: write is:broken apart
is:active,slow ¦ is:active ¦ mistake ¦ slow ¦ “slow” stands alone: write is:slow apart
is:activ* ¦  ¦ mistake ¦ activ* ¦ “is” is one of active, stalled, ended, other, conflicted, broken, slow, race ¦ is:active
is:brok* ¦  ¦ mistake ¦ brok* ¦ “is” is one of active, stalled, ended, other, conflicted, broken, slow, race ¦ is:broken
is:activ! ¦  ¦ mistake ¦ activ! ¦ “is” is one of active, stalled, ended, other, conflicted, broken, slow, race ¦ is:active
has:eror ¦  ¦ mistake ¦ eror ¦ “has” is one of error, artifacts, path, start, end ¦ has:error
has:nothing ¦ = ¦ hint ¦ = ¦ “has” is one of error, artifacts, path, start, end; searched for as text
created:soon ¦  ¦ mistake ¦ soon ¦ not a time: try 24h, 7d, today, 2026-11-01, >2026-11-01 or 2026-11-01..2026-11-20
created:24 ¦  ¦ mistake ¦ 24 ¦ not a time: try 24h, 7d, today, 2026-11-01, >2026-11-01 or 2026-11-01..2026-11-20 ¦ created:24h
created:2026/11/01 ¦  ¦ mistake ¦ 2026/11/01 ¦ not a time: try 24h, 7d, today, 2026-11-01, >2026-11-01 or 2026-11-01..2026-11-20 ¦ created:2026-11-01
created:24h,7d ¦  ¦ mistake ¦ 24h,7d ¦ “created” takes one value, not a list
duration:10m ¦  ¦ mistake ¦ 10m ¦ not a length of time: try >10m, <90s, 1h..2h or >1h30m ¦ duration:>10m
duration:x ¦  ¦ mistake ¦ x ¦ not a length of time: try >10m, <90s, 1h..2h or >1h30m
wait:>90 ¦  ¦ mistake ¦ >90 ¦ not a length of time: try >10m, <90s, 1h..2h or >1h30m ¦ wait:>90s
cause:zz ¦  ¦ mistake ¦ zz ¦ “cause” is a fingerprint of hexadecimal digits: click a cause in Errors
batch:"" ¦  ¦ mistake ¦ "" ¦ “batch” is the id of a batch: click one in Batches
since:now ¦  ¦ mistake ¦ now ¦ “since” takes “last” alone; for a time write created:>=2026-11-01
since:2026-11-01 ¦  ¦ mistake ¦ = ¦ “since” takes “last” alone ¦ created:>=2026-11-01
compared:x ¦  ¦ mistake ¦ x ¦ “compared” says what a figure counts: click one in Compare
image:=a* ¦ image:="a*" ¦ hint ¦ =a* ¦ after “=” a * is itself: without “=” it is a pattern
OR ¦ = ¦ hint ¦ = ¦ OR is searched for as it stands; “or” is a comma, as in status:failed,cancelled
AND ¦ = ¦ hint ¦ = ¦ AND is searched for as a word; all parts must hold anyway
NOT ¦ = ¦ hint ¦ = ¦ NOT is searched for as a word; a minus in front excludes
a OR b ¦ = ¦ hint ¦ = ¦ OR is searched for as it stands; “or” is a comma, as in status:failed,cancelled ¦ image:a,b
status:failed OR ¦ = ¦ hint ¦ OR ¦ OR is searched for as it stands; “or” is a comma, as in status:failed,cancelled
status:failed and status:cancelled ¦ status:failed,cancelled ¦ hint ¦ and ¦ a build has one status, so builds with either are shown
stauts:failed ¦  ¦ mistake ¦ stauts ¦ there is no field “stauts” ¦ status:failed
tga:x ¦ = ¦ hint ¦ = ¦ there is no field “tga”; searched for as text ¦ tag:x
image=web ¦ = ¦ hint ¦ = ¦ searched for as it stands; a field has a colon ¦ image:web
-duration>10 ¦ = ¦ hint ¦ = ¦ searched for as it stands; a field has a colon ¦ -duration:>10
branch:main ¦ = ¦ hint ¦ = ¦ there is no field “branch”; searched for as text ¦ tag:main
repo:x ¦ = ¦ hint ¦ = ¦ there is no field “repo”; searched for as text ¦ image:x
author:me ¦ = ¦ hint ¦ = ¦ the API tells no author; searched for as text
image:web|api ¦ = ¦ hint ¦ = ¦ | stands for itself; a comma parts values ¦ image:web,api
image:(a OR b) ¦  ¦ mistake ¦ = ¦ brackets are not read; a comma parts values ¦ image:a,b
(status:failed OR status:cancelled) ¦  ¦ mistake ¦ = ¦ brackets are not read; all parts hold, and a comma parts values ¦ status:failed OR status:cancelled
status in (failed, cancelled) ¦ = ¦ hint ¦ = ¦ searched for as it stands; a field has a colon ¦ status:failed,cancelled
status:[failed TO cancelled] ¦  ¦ mistake ¦ = ¦ brackets are not read; a comma parts values
image ~ "x" ¦ image ~ x ¦ hint ¦ = ¦ searched for as it stands; a field has a colon ¦ image:x
name like "%x%" ¦ name like %x% ¦ hint ¦ = ¦ searched for as it stands; a field has a colon ¦ image:x
status=~"failed" ¦ = ¦ hint ¦ = ¦ searched for as it stands; a field has a colon ¦ status:"failed"
!image:web ¦  ¦ mistake ¦ = ¦ a minus excludes ¦ -image:web
duration > 10m ¦  ¦ mistake ¦ = ¦ a field is written without blanks ¦ duration:>10m
sort:duration ¦ = ¦ hint ¦ = ¦ searched for as text; the order is chosen at the head of a column
page:2 ¦ = ¦ hint ¦ = ¦ searched for as text; the order is chosen at the head of a column
* ¦ = ¦ hint ¦ = ¦ * is searched for as it stands; an empty search shows all builds
-stauts:failed ¦  ¦ mistake ¦ stauts ¦ there is no field “stauts” ¦ -status:failed
@status:failed ¦  ¦ mistake ¦ = ¦ a field is written without @ ¦ status:failed
+status:failed ¦  ¦ mistake ¦ = ¦ a field is written without + ¦ status:failed
--status=failed ¦  ¦ mistake ¦ = ¦ a field is written without -- ¦ status:failed
.status:failed ¦  ¦ mistake ¦ = ¦ a field is written without a dot ¦ status:failed
$tag:x ¦  ¦ mistake ¦ = ¦ a field is written without $ ¦ tag:x
#tag:x ¦  ¦ mistake ¦ = ¦ a field is written without # ¦ tag:x
-!status:failed ¦  ¦ mistake ¦ = ¦ a minus excludes ¦ status:failed
!-status:failed ¦  ¦ mistake ¦ = ¦ a minus excludes ¦ status:failed
-@tag:x ¦  ¦ mistake ¦ = ¦ a field is written without @ ¦ -tag:x
?status=FAILED ¦  ¦ mistake ¦ = ¦ this is part of an address ¦ status:FAILED
?status=FAILED&tag=v1 ¦  ¦ mistake ¦ = ¦ this is part of an address ¦ status:FAILED tag:v1
?image="a" ¦  ¦ mistake ¦ = ¦ this is part of an address
&status=FAILED ¦  ¦ mistake ¦ = ¦ this is part of an address ¦ status:FAILED
status:(failed OR cancelled) ¦  ¦ mistake ¦ = ¦ brackets are not read; a comma parts values ¦ status:failed,cancelled
status:{failed,cancelled} ¦  ¦ mistake ¦ = ¦ brackets are not read; a comma parts values ¦ status:failed,cancelled
created:[2026-11-01 TO 2026-11-20] ¦  ¦ mistake ¦ = ¦ brackets are not read; a comma parts values ¦ created:2026-11-01..2026-11-20
created:[2026-11-01 TO *] ¦  ¦ mistake ¦ = ¦ brackets are not read; a comma parts values ¦ created:2026-11-01..
duration:[10m TO 1h] ¦  ¦ mistake ¦ = ¦ brackets are not read; a comma parts values ¦ duration:10m..1h
-status:(failed) ¦  ¦ mistake ¦ = ¦ brackets are not read; a comma parts values ¦ -status:failed
status:(failed ¦  ¦ mistake ¦ = ¦ brackets are not read; a comma parts values
created:(a b) ¦  ¦ mistake ¦ = ¦ brackets are not read; a comma parts values
image:[a|b] ¦  ¦ mistake ¦ = ¦ brackets are not read; a comma parts values ¦ image:a,b
tag:(a AND b) ¦  ¦ mistake ¦ = ¦ brackets are not read; a comma parts values
tag:(-a b) ¦  ¦ mistake ¦ = ¦ brackets are not read; a comma parts values
tag:() ¦ tag:"()"
image:[a TO b] ¦  ¦ mistake ¦ = ¦ brackets are not read; a comma parts values
(status:failed) ¦  ¦ mistake ¦ = ¦ brackets are not read; all parts hold, and a comma parts values ¦ status:failed
-(status:failed OR status:cancelled) ¦  ¦ mistake ¦ = ¦ brackets are not read; all parts hold, and a comma parts values ¦ -status:failed,cancelled
!(tag:a || tag:b) ¦  ¦ mistake ¦ = ¦ brackets are not read; all parts hold, and a comma parts values ¦ -tag:a,b
-(status:failed OR tag:a) ¦  ¦ mistake ¦ = ¦ brackets are not read; all parts hold, and a comma parts values
(status:failed ¦  ¦ mistake ¦ = ¦ brackets are not read; all parts hold, and a comma parts values ¦ status:failed
((status:failed)) ¦  ¦ mistake ¦ = ¦ brackets are not read; all parts hold, and a comma parts values ¦ status:failed
(-tag:x) ¦  ¦ mistake ¦ = ¦ brackets are not read; all parts hold, and a comma parts values ¦ -tag:x
( status:failed (a) ) ¦ ) ¦ mistake ¦ ( status:failed (a) ¦ brackets are not read; all parts hold, and a comma parts values
status = failed ¦  ¦ mistake ¦ = ¦ a field is written without blanks ¦ status:failed
status != failed ¦  ¦ mistake ¦ = ¦ a field is written without blanks ¦ -status:failed
-status = failed ¦  ¦ mistake ¦ = ¦ a field is written without blanks ¦ -status:failed
wait >= 2m ¦  ¦ mistake ¦ = ¦ a field is written without blanks ¦ wait:>=2m
created <= 2026-11-01 ¦  ¦ mistake ¦ = ¦ a field is written without blanks ¦ created:<=2026-11-01
is : active ¦  ¦ mistake ¦ = ¦ a field is written without blanks ¦ is:active
duration => 10m ¦ duration "=>" 10m
SELECT ¦ = ¦ hint ¦ = ¦ SELECT is searched for as a word; type words and fields, as in status:failed
ORDER ¦ = ¦ hint ¦ = ¦ ORDER is searched for as a word; type words and fields, as in status:failed
swe-* ¦ = ¦ hint ¦ = ¦ * stands for itself in a word; in a field it is any run ¦ image:swe-*
-swe-* ¦ = ¦ hint ¦ = ¦ * stands for itself in a word; in a field it is any run ¦ -image:swe-*
*swe ¦ = ¦ hint ¦ = ¦ * stands for itself in a word; in a field it is any run ¦ image:*swe
*:* ¦ = ¦ hint ¦ = ¦ *:* is searched for as it stands; an empty search shows all builds
/a+b/ ¦ = ¦ hint ¦ = ¦ searched for as it stands: there are no regular expressions
/a.*b/gi ¦ = ¦ hint ¦ = ¦ searched for as it stands: there are no regular expressions
+word ¦ = ¦ hint ¦ = ¦ + is part of the word: each must stand somewhere ¦ word
word~2 ¦ = ¦ hint ¦ = ¦ ~2 is part of the word ¦ word
word^3 ¦ = ¦ hint ¦ = ¦ ^3 is part of the word ¦ word
-word~ ¦ =
'no space' ¦ = ¦ hint ¦ = ¦ only " makes a phrase ¦ "no space"
-'no space' ¦ = ¦ hint ¦ = ¦ only " makes a phrase ¦ -"no space"
‘no space’ ¦ = ¦ hint ¦ = ¦ only " makes a phrase ¦ "no space"
“no space” ¦ = ¦ hint ¦ = ¦ only " makes a phrase ¦ "no space"
„no space“ ¦ = ¦ hint ¦ = ¦ only " makes a phrase ¦ "no space"
«no space» ¦ = ¦ hint ¦ = ¦ only " makes a phrase ¦ "no space"
status>failed ¦ = ¦ hint ¦ = ¦ searched for as it stands; “status” cannot be compared
image>x ¦ = ¦ hint ¦ = ¦ searched for as it stands; “image” cannot be compared
cause>x ¦ = ¦ hint ¦ = ¦ searched for as it stands; “cause” cannot be compared
image= ¦ = ¦ hint ¦ = ¦ searched for as it stands; a field has a colon
tag!=latest ¦ = ¦ hint ¦ = ¦ searched for as it stands; a field has a colon ¦ -tag:latest
-tag!=latest ¦ = ¦ hint ¦ = ¦ searched for as it stands; a field has a colon ¦ tag:latest
error~space ¦ = ¦ hint ¦ = ¦ searched for as it stands; a field has a colon ¦ error:space
tag<>v1 ¦ = ¦ hint ¦ = ¦ searched for as it stands; a field has a colon ¦ -tag:v1
duration=>x ¦ = ¦ hint ¦ = ¦ searched for as it stands; a field has a colon ¦ duration:>=x
duration=<x ¦ = ¦ hint ¦ = ¦ searched for as it stands; a field has a colon ¦ duration:<=x
image=~x ¦ = ¦ hint ¦ = ¦ searched for as it stands; a field has a colon ¦ image:x
image!~x ¦ = ¦ hint ¦ = ¦ searched for as it stands; a field has a colon ¦ -image:x
status is failed ¦ = ¦ hint ¦ = ¦ searched for as it stands; a field has a colon ¦ status:failed
status not failed ¦ = ¦ hint ¦ = ¦ searched for as it stands; a field has a colon ¦ -status:failed
status is not failed ¦ = ¦ hint ¦ = ¦ searched for as it stands; a field has a colon ¦ -status:failed
status in failed, cancelled ¦ = ¦ hint ¦ = ¦ searched for as it stands; a field has a colon ¦ status:failed,cancelled
artifact is vm ¦ = ¦ hint ¦ = ¦ searched for as it stands; a field has a colon ¦ artifact:vm
image like web% ¦ = ¦ hint ¦ = ¦ searched for as it stands; a field has a colon ¦ image:web*
image contains web ¦ = ¦ hint ¦ = ¦ searched for as it stands; a field has a colon ¦ image:web
image != web ¦ image "!=" web ¦ hint ¦ = ¦ searched for as it stands; a field has a colon ¦ -image:web
tag == v1 ¦ tag "==" v1 ¦ hint ¦ = ¦ searched for as it stands; a field has a colon ¦ tag:v1
created after 2026-11-01 ¦ = ¦ hint ¦ = ¦ searched for as it stands; a field has a colon ¦ created:>2026-11-01
created before today ¦ = ¦ hint ¦ = ¦ searched for as it stands; a field has a colon ¦ created:<today
created between 2026-11-01 and 2026-11-20 ¦ = ¦ hint ¦ = ¦ searched for as it stands; a field has a colon ¦ created:2026-11-01..2026-11-20
duration over 10m ¦ = ¦ hint ¦ = ¦ searched for as it stands; a field has a colon ¦ duration:>10m
wait under 2m ¦ = ¦ hint ¦ = ¦ searched for as it stands; a field has a colon ¦ wait:<2m
created since yesterday ¦ = ¦ hint ¦ = ¦ searched for as it stands; a field has a colon ¦ created:>=yesterday
ended until today ¦ = ¦ hint ¦ = ¦ searched for as it stands; a field has a colon ¦ ended:<=today
created on 2026-11-01 ¦ = ¦ hint ¦ = ¦ searched for as it stands; a field has a colon ¦ created:2026-11-01
image = "%x%" ¦ image "=" %x% ¦ hint ¦ = ¦ searched for as it stands; a field has a colon ¦ image:x
is:failed ¦  ¦ mistake ¦ = ¦ “is” has no “failed” ¦ status:failed
is:success ¦  ¦ mistake ¦ = ¦ “is” has no “success” ¦ status:completed
status:active ¦  ¦ mistake ¦ = ¦ “status” has no “active” ¦ is:active
status:stuck ¦  ¦ mistake ¦ = ¦ “status” has no “stuck” ¦ is:stalled
status:!failed ¦  ¦ mistake ¦ = ¦ a minus in front of the field excludes ¦ -status:failed
status:!=failed ¦  ¦ mistake ¦ = ¦ a minus in front of the field excludes ¦ -status:failed
status:<>failed ¦  ¦ mistake ¦ = ¦ a minus in front of the field excludes ¦ -status:failed
status:-failed ¦  ¦ mistake ¦ = ¦ a minus in front of the field excludes ¦ -status:failed
status:~failed ¦  ¦ mistake ¦ = ¦ words are compared whole ¦ status:failed
-status:!failed ¦  ¦ mistake ¦ = ¦ a minus in front of the field excludes ¦ status:failed
-status:~failed ¦  ¦ mistake ¦ = ¦ words are compared whole ¦ -status:failed
status:failed|cancelled ¦  ¦ mistake ¦ = ¦ a comma parts values ¦ status:failed,cancelled
status:failed;cancelled ¦  ¦ mistake ¦ = ¦ a comma parts values ¦ status:failed,cancelled
status:failed+cancelled ¦  ¦ mistake ¦ = ¦ a comma parts values ¦ status:failed,cancelled
status:'failed' ¦  ¦ mistake ¦ = ¦ words need no quotes ¦ status:failed
status:‘failed’ ¦  ¦ mistake ¦ = ¦ words need no quotes ¦ status:failed
status:* ¦  ¦ mistake ¦ = ¦ every build has one: leave it out
-is:* ¦  ¦ mistake ¦ = ¦ every build has one: leave it out
status:failed, cancelled ¦  ¦ mistake ¦ = ¦ values follow a comma without a blank ¦ status:failed,cancelled
artifact:vm, container ¦  ¦ mistake ¦ = ¦ values follow a comma without a blank ¦ artifact:vm,container
image:%swe% ¦ = ¦ hint ¦ = ¦ % stands for itself; * is any run ¦ image:swe
image:swe% ¦ = ¦ hint ¦ = ¦ % stands for itself; * is any run ¦ image:swe*
tag:%v%1 ¦ =
image:/swe-.*/ ¦ = ¦ hint ¦ = ¦ there are no regular expressions; * is any run ¦ image:swe-*
tag:/^v1$/ ¦ = ¦ hint ¦ = ¦ there are no regular expressions; * is any run ¦ tag:v1
image:/a(b)/ ¦ = ¦ hint ¦ = ¦ there are no regular expressions; * is any run
image:a|b ¦ = ¦ hint ¦ = ¦ | stands for itself; a comma parts values ¦ image:a,b
tag:a||b ¦ = ¦ hint ¦ = ¦ | stands for itself; a comma parts values ¦ tag:a,b
image:!web ¦ = ¦ hint ¦ = ¦ a minus in front of the field excludes ¦ -image:web
tag:!=latest ¦ = ¦ hint ¦ = ¦ a minus in front of the field excludes ¦ -tag:latest
-tag:!latest ¦ = ¦ hint ¦ = ¦ a minus in front of the field excludes ¦ tag:latest
image:>web ¦ = ¦ hint ¦ = ¦ “image” cannot be compared
tag:>=v1 ¦ = ¦ hint ¦ = ¦ “tag” cannot be compared
error:'no space' ¦ = ¦ hint ¦ = ¦ only " quotes ¦ error:"no space"
image:'a b' c ¦ = ¦ hint ¦ image:'a b' ¦ only " quotes ¦ image:"a b" c
error:* ¦ = ¦ hint ¦ = ¦ “has:error” says the same ¦ has:error
-error:* ¦ = ¦ hint ¦ = ¦ “has:error” says the same ¦ -has:error
since:24h ¦ = ¦ hint ¦ = ¦ “since” takes “last” alone; for a time write created:>=2026-11-01; searched for as text
-since:24h ¦ = ¦ hint ¦ = ¦ “since” takes “last” alone; for a time write created:>=2026-11-01; searched for as text
state:failed ¦ = ¦ hint ¦ = ¦ there is no field “state”; searched for as text ¦ status:failed
conclusion:success ¦ = ¦ hint ¦ = ¦ there is no field “conclusion”; searched for as text ¦ status:completed
result:x ¦ = ¦ hint ¦ = ¦ there is no field “result”; searched for as text ¦ status:x
-state:green ¦ = ¦ hint ¦ = ¦ there is no field “state”; searched for as text ¦ -status:completed
version:1 ¦ = ¦ hint ¦ = ¦ there is no field “version”; searched for as text ¦ tag:1
message:space ¦ = ¦ hint ¦ = ¦ there is no field “message”; searched for as text ¦ error:space
kind:vm ¦ = ¦ hint ¦ = ¦ there is no field “kind”; searched for as text ¦ artifact:vm
uuid:abc ¦ = ¦ hint ¦ = ¦ there is no field “uuid”; searched for as text ¦ id:abc
before:2026-11-01 ¦ = ¦ hint ¦ = ¦ there is no field “before”; searched for as text ¦ created:<2026-11-01
after:2026-11-01 ¦ = ¦ hint ¦ = ¦ there is no field “after”; searched for as text ¦ created:>2026-11-01
until:2026-11-01 ¦ = ¦ hint ¦ = ¦ there is no field “until”; searched for as text ¦ created:<=2026-11-01
from:2026-11-01 ¦ = ¦ hint ¦ = ¦ there is no field “from”; searched for as text ¦ created:>=2026-11-01
older:24h ¦ = ¦ hint ¦ = ¦ there is no field “older”; searched for as text ¦ created:>24h
newer:24h ¦ = ¦ hint ¦ = ¦ there is no field “newer”; searched for as text ¦ created:24h
-older:24h ¦ = ¦ hint ¦ = ¦ there is no field “older”; searched for as text ¦ -created:>24h
before:x ¦ =
no:error ¦ = ¦ hint ¦ = ¦ there is no field “no”; searched for as text ¦ -has:error
exists:errors ¦ = ¦ hint ¦ = ¦ there is no field “exists”; searched for as text ¦ has:error
missing:path ¦ = ¦ hint ¦ = ¦ there is no field “missing”; searched for as text ¦ -has:path
-no:error ¦ = ¦ hint ¦ = ¦ there is no field “no”; searched for as text ¦ has:error
-exists:error ¦ = ¦ hint ¦ = ¦ there is no field “exists”; searched for as text ¦ -has:error
no:thing ¦ =
orderby:x ¦ = ¦ hint ¦ = ¦ searched for as text; the order is chosen at the head of a column
group:x ¦ = ¦ hint ¦ = ¦ searched for as text; the order is chosen at the head of a column
owner:me ¦ = ¦ hint ¦ = ¦ the API tells no owner; searched for as text
Team:x ¦ = ¦ hint ¦ = ¦ the API tells no team; searched for as text
age:3d ¦ = ¦ hint ¦ = ¦ there is no field “age”; searched for as text ¦ created:3d
took:5m ¦ = ¦ hint ¦ = ¦ there is no field “took”; searched for as text ¦ duration:>5m
queue:1m ¦ = ¦ hint ¦ = ¦ there is no field “queue”; searched for as text ¦ wait:>1m
sha:abc ¦ = ¦ hint ¦ = ¦ there is no field “sha”; searched for as text ¦ id:abc
`;

/** The same of a text, as a line of the table. */
function sayOf(text: string): string {
  const { filter, problems } = parseQueryText(text);
  const said = problems.flatMap((problem) => {
    const { kind, from, to, message, suggestion } = problem;
    const part = text.slice(from, to);
    const words = [kind, part === text ? '=' : part, message];
    return suggestion === null ? words : [...words, acceptIssue(text, problem)];
  });
  const applied = printQueryText(filter);
  return [text, applied === text ? '=' : applied, ...said].join(' ¦ ').trimEnd();
}

it.each(SAID.trim().split('\n'))('says of %s', (line) => {
  const [text = ''] = line.split(' ¦ ');
  expect(sayOf(text)).toBe(line);
});
