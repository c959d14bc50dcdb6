module furrow.example/join-server

go 1.24

require github.com/jacobsa/crypto v0.0.0-20190317225127-9f44e2d11115
